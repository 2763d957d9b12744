"""What a reader does, once each in Firefox and in WebKit: other tests look at Chromium alone."""
