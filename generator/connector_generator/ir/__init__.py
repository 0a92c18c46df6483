"""The intermediate representation: frozen values between the document and the code."""
