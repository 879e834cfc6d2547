"""One kind of mention a file: each finder takes a scan and iterates over candidates."""
