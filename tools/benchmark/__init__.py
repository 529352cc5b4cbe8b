"""What `tools/bench` consists of: running, the peers, the rows of the table, and how they are shown."""
