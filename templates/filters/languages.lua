-- Words in another language than the document's: `[Croeso]{lang="cy"}` and `::: {lang="cy"}`. Those
-- of a language that is written from right to left get their direction here.

local formats = require "formats"

local languages = {}

-- Where no script is named. Punjabi, Kurdish and Kashmiri are written in several.
local right_to_left = pandoc.List {
  "ar", "arc", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi",
}

local function is_right_to_left(language)
  local script = language:match "^%a+%-(%a%a%a%a)%f[^%a]"
  if script then return pandoc.List({ "arab", "hebr" }):includes(script:lower()) end
  return right_to_left:includes(language:match("^%a+"):lower())
end

-- What typst sets text with: `lang: "cy", region: none, dir: ltr`.
local function typst_settings(element)
  local language = element.attributes.lang
  local region = language:match "%-(%a%a)%f[^%w]"
  return ('lang: "%s", region: %s, dir: %s'):format(
    language:match("^%a+"):lower(),
    region and '"' .. region:upper() .. '"' or "none",
    element.attributes.dir or "ltr"
  )
end

-- What is no code of a language is left out. `dir` is nobody's to type.
local function direct(element)
  local language = element.attributes.lang
  local is_code = language:match "^%a%a%a?$" or language:match "^%a%a%a?%-[%w-]+$"
  element.attributes.lang = is_code and language or nil
  element.attributes.dir = is_code and is_right_to_left(language) and "rtl" or nil
  return element
end

-- Words, for all formats: pandoc tells HTML and Word of them, and typst is told by what no other
-- format prints.
function languages.mark_span(span)
  span = direct(span)
  if not span.attributes.lang then return span end
  span.content:insert(1, pandoc.RawInline("typst", "#text(" .. typst_settings(span) .. ")["))
  span.content:insert(pandoc.RawInline("typst", "];"))
  return span
end

languages.mark_div = direct

-- Blocks, laid out already, in the format that is written.
function languages.lay_out(div)
  if not formats.typst then return pandoc.Blocks { div } end
  local blocks = pandoc.Blocks { formats.block("#[#set text(" .. typst_settings(div) .. ")") }
  blocks:extend(div.content)
  blocks:insert(formats.block "]")
  return blocks
end

return languages
