-- Printed numbers: `[312]{.n12}` is the one of entry 12 of the ledger, `[12]{.e12}` that entry in the
-- annex, and `[12]{.e12 .gone}` one whose number stands nowhere that can be gone to.
--
-- On a web page a number is an element that knows its value and its entry, and an entry leads back to
-- it (script.js makes links of the numbers). What makes them so is written in HTML, over which every
-- other writer passes: one look at the document serves all formats.

local formats = require "formats"

local ledger = {}
local values = {} -- by number
local named = {} -- the numbers that have a name; of one that is printed twice only the first

-- The values of all entries in order, from the front matter: "312|67.3|within 5 days".
function ledger.read(document)
  local told = document.meta["ledger-values"]
  document.meta["ledger-values"] = nil -- Word would keep it among its properties
  values = {}
  for value in (told and pandoc.utils.stringify(told) or ""):gmatch "[^|]+" do
    table.insert(values, value)
  end
  return document
end

local function around(opening, content, closing)
  local inlines = pandoc.Inlines { pandoc.RawInline("html", opening) }
  inlines:extend(content)
  inlines:insert(pandoc.RawInline("html", closing))
  return inlines
end

local function name(id) return ' id="' .. id .. '"' end

local function number(span, entry)
  local value = values[tonumber(entry)]
  if not value then return span.content end
  local opening = '<data value="' .. formats.attribute(value) .. '" data-entry="#evidence-' .. entry .. '"'
  if not named[entry] then opening = opening .. name("number-" .. entry) end
  named[entry] = true
  return around(opening .. ">", span.content, "</data>")
end

local function entry_of(span, entry)
  if span.classes:includes "gone" then
    return around("<span" .. name("evidence-" .. entry) .. ">", span.content, "</span>")
  end
  return around('<a class="entry"' .. name("evidence-" .. entry) .. ' href="#number-' .. entry .. '">', span.content, "</a>")
end

-- What a span becomes that is one of these; nil for another.
function ledger.mark(span)
  local kind, entry = (span.classes[1] or ""):match "^([ne])(%d+)$"
  if not kind then return nil end
  return (kind == "n" and number or entry_of)(span, entry)
end

-- A heading's numbers have no name, since the contents and references repeat its words. Nothing
-- where it has none: a heading that is given back costs.
function ledger.unname(header)
  local has_numbers = header.content:find_if(function(inline) return inline.t == "RawInline" and inline.format == "html" end)
  if not has_numbers then return nil end
  header.content = header.content:walk {
    RawInline = function(raw)
      raw.text = raw.text:gsub(' id="number%-%d+"', "")
      return raw
    end,
  }
  return header
end

-- In code a mark would be printed as it stands.
function ledger.unmark(code)
  code.text = code.text:gsub("%[(.-)%]{%.n%d+}", "%1")
  return code
end

-- The ledger as a file to download, `::: {.ledger-file file="evidence/ledger.csv"}` around the words
-- of the link; on a web page alone.
function ledger.lay_out_file(div)
  if not formats.html then return pandoc.Blocks {} end
  local path = formats.attribute(div.attributes.file)
  local words = formats.attribute(pandoc.utils.stringify(div.content))
  local link = '<li><a class="if-made" href="' .. path .. '" download="' .. path:match "[^/]*$" .. '">' .. words .. "</a></li>"
  return pandoc.Blocks { formats.block('<ul class="downloads">\n' .. link .. "\n</ul>") }
end

return ledger
