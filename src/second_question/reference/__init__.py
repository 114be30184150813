"""Areas, forces, boards, holidays and code sets of England, as dated data with source and licence."""
