"""Our own hand-coded reports: reads their source files, checks them, builds gold from them and scores against it."""
