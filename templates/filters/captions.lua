-- Captions with their numbers, as each format counts them.

local formats = require "formats"

local captions = {}
local no_break_space = "\u{a0}"

local is_behind_annex = {} -- by name: whether Word's counter has missed some

-- Word's own counter, with the number it will come to, so that "Insert caption" goes on from it.
-- Word lists all that one counter counts: what is not listed has another, set to its number.
local function word_counter(name, number, is_listed)
  local counter = is_listed and name or "Annex"
  local set = (not is_listed or is_behind_annex[name]) and " \\r " .. number or ""
  is_behind_annex[name] = not is_listed
  return formats.inline(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
      .. '<w:r><w:instrText xml:space="preserve"> SEQ ' .. counter .. " \\* ARABIC" .. set .. " </w:instrText></w:r>"
      .. '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
      .. "<w:r><w:t>" .. number .. "</w:t></w:r>"
      .. '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
  )
end

-- "Figure 2: " before a caption in Word and HTML; typst counts and labels for itself.
function captions.labelled(name, number, caption, is_listed)
  local inlines = pandoc.Inlines {}
  if formats.docx then
    -- A mark of where the caption came from stands before all of it.
    local first = caption[1]
    if first and first.t == "RawInline" then inlines:insert(table.remove(caption, 1)) end
    inlines:extend { pandoc.Str(name .. no_break_space), word_counter(name, number, is_listed ~= false), pandoc.Str ":", pandoc.Space() }
  else
    local label = pandoc.Str(name .. no_break_space .. number .. ":")
    inlines:extend { pandoc.Span({ label }, pandoc.Attr("", { "caption-label" })), pandoc.Space() }
  end
  inlines:extend(caption)
  return inlines
end

-- What closes a typst figure that was opened with "#figure([". The kinds are Quarto's own.
function captions.close_typst(kind, name, position, caption, id, is_listed)
  local inlines = pandoc.Inlines { formats.inline("], caption: figure.caption(position: " .. position .. ", [") }
  inlines:extend(caption)
  local label = id ~= "" and "<" .. id .. ">" or ""
  local listed = is_listed == false and ", outlined: false" or ""
  inlines:insert(formats.inline(']), kind: "quarto-float-' .. kind .. '", supplement: "' .. name .. '"' .. listed .. ")" .. label))
  return pandoc.Plain(inlines)
end

-- The inlines of a caption, whatever blocks it came in.
function captions.inlines(caption) return pandoc.utils.blocks_to_inlines(caption.long) end

return captions
