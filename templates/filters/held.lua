-- The document while Quarto's own filters run: they would number, caption and reword what is laid
-- out already. `strategy.lua` puts it here, `after-quarto.lua` gives it back.

return {}
