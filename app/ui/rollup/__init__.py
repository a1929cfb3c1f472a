"""What a province sees of its offices: received, merged, compared, reported."""
