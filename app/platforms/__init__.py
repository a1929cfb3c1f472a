"""The only door to the network: one file a platform, all behind one protocol."""
