"""What people type: sign-in (`sign_in.py`) and accounts (`accounts.py`)."""
