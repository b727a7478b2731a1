"""The report in the formats that people and programs read: one module a format, one registry."""
