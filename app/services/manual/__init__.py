"""The offline manual: its pages as files, read, searched and turned into HTML, without Qt."""
