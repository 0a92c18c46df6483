"""Ready-made hooks: each is imported by whoever uses it, and by nothing else."""
