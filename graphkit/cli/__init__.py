"""The command line: arguments go in, one call is made, lines and an exit code come out."""
