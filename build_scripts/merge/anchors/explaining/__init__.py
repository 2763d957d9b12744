"""Why a quotation leads to no single place."""
