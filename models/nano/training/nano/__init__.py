"""Training of the bundled edit model: one code for CPU and CUDA."""
