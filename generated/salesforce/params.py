"""The shapes of nested request bodies; keys are those of the wire."""
