-- For Quarto only, placed `at: post-quarto`: Quarto loses a figure's alt text in Word unless
-- it stands where pandoc looks for it, in the picture's own caption.

return {
  {
    Image = function(image)
      local alt = image.attributes["fig-alt"]
      if not alt then return nil end
      image.attributes["fig-alt"] = nil
      image.caption = pandoc.Inlines(alt)
      return image
    end,
  },
}
