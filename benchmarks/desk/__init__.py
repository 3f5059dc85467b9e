"""How long does the server take for each screen of a large register?"""
