"""What every page carries: policy, scripts, style sheets, banner."""
