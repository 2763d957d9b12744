"""Parts that every page carries: security policy, scripts, style sheets, banner."""
