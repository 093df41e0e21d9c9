"""What pages need besides: fonts, styles, images, borders, the policy."""
