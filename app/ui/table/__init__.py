"""The one table of the window: columns, order, view, keys, clipboard, memory."""
