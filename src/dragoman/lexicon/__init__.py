"""The rules as data: schema, loader, linter and the YAML files themselves."""
