"""The subcommands of `second-question`, one module each, and the registry that finds them."""
