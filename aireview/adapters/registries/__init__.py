"""Package registries behind the `Registries` port: one file per registry."""
