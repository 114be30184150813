"""Demo rapid reviews: what was written, asked, met about, decided and answered. Nobody in them exists. Data, then its telling."""
