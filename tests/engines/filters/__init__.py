"""The filters: what each thing that a composed document may hold becomes in each format."""
