"""RUN: what `make` calls: build, check, serve, verify, links. Only here are processes, terminals and servers known."""
