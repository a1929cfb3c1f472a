"""The page Impor: files become a painted sheet, a plan that sums, and one import."""
