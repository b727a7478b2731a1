"""Examples made from the facts: sentences with the true value, which must pass, and with a wrong one, which must not."""
