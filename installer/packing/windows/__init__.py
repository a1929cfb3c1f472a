"""What only the Windows program needs: launchers, icon, set-up script, checks of its libraries."""
