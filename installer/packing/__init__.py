"""Makes what an office installs: what is shipped, where it comes from, how it is put together."""
