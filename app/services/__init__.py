"""One file a journey: plain data in, plain data out, no Qt."""
