-- For Quarto only, placed `at: post-quarto`: Quarto loses a figure's alt text in Word unless
-- it stands where pandoc looks for it, in the picture's own caption. Narrow forms of pictures
-- join them here, when Quarto has laid its figures out.

local folder = pandoc.path.directory(PANDOC_SCRIPT_FILE)
package.path = pandoc.path.join { folder, "?.lua" } .. ";" .. package.path

local web_files = require "web_files"

return {
  {
    Image = function(image)
      local alt = image.attributes["fig-alt"]
      if alt then
        image.attributes["fig-alt"] = nil
        image.caption = pandoc.Inlines(alt)
      end
      return web_files.responsive(image)
    end,
  },
}
