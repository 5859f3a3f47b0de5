-- What an author typed may say what the document says, never how a format is written.
--
-- Raw HTML, typst or Word, attributes that would become styles or handlers, pictures from
-- outside the document and links to anything but pages stop here or are dropped.

local languages = require "languages"
local ledger = require "ledger"
local problems = require "problems"
local sources = require "sources"

local guards = {}

local allowed_attributes = {
  Div = pandoc.List {
    "source", "title", "header-rows", "header-cols", "widths", "aligns", "tbl-colwidths", "tbl-cap",
    "figure", "file", "lang",
  },
  Span = pandoc.List { "rowspan", "colspan", "lang" },
  Image = pandoc.List { "fig-alt", "width", "narrow" },
}

local function is_plain_class(class) return class:match "^[%w_-]+$" ~= nil end

-- Nothing where nothing is taken off: an element that is given back costs.
local function plain_attributes(element)
  local allowed = allowed_attributes[element.t] or pandoc.List {}
  local refused = pandoc.List {}
  for name in pairs(element.attributes) do
    if not allowed:includes(name) then refused:insert(name) end
  end
  local classes = element.classes:filter(is_plain_class)
  if #refused == 0 and #classes == #element.classes then return nil end
  for _, name in ipairs(refused) do
    element.attributes[name] = nil
  end
  element.classes = classes
  return element
end

local function is_inside_the_document(path)
  return not (path:match "^%a[%w+.-]*:" or path:match "^[/\\]" or path:match "%.%.")
end

local function guard_image(source)
  return function(image)
    for _, path in ipairs { image.src, image.attributes.narrow or "" } do
      if not is_inside_the_document(path) then
        problems.add(source, "the picture " .. path .. " is not one of this document's own.")
      end
    end
    local alt = image.attributes["fig-alt"] or pandoc.utils.stringify(image.caption)
    if alt:match "^%s*$" and not image.classes:includes "decorative" then
      problems.add(source, "the picture " .. image.src .. " has no alt text (fig-alt).")
    end
    return plain_attributes(image)
  end
end

local safe_schemes = pandoc.List { "http", "https", "mailto", "tel" }

local function guard_link(source)
  return function(link)
    local scheme = link.target:match "^%s*(%a[%w+.-]*):"
    if scheme and not safe_schemes:includes(scheme:lower()) then
      problems.add(source, "a link to " .. link.target .. " is not allowed; use a web or mail address.")
    end
    return plain_attributes(link)
  end
end

local function guard_div(source)
  return function(div)
    local file = div.attributes.file or ""
    if not is_inside_the_document(file) then
      problems.add(source, "the file " .. file .. " is not one of this document's own.")
    end
    local plain = plain_attributes(div)
    return div.attributes.lang and languages.mark_div(plain or div) or plain
  end
end

local function guard_span(span)
  if span.attributes.source and #span.content == 0 then return sources.note(span) end
  if span.attributes.lang then return languages.mark_span(plain_attributes(span) or span) end
  return ledger.mark(span) or plain_attributes(span)
end

local function dropped() return {} end

local function guarding(source)
  return {
    Image = guard_image(source),
    Link = guard_link(source),
    Span = guard_span,
    Div = guard_div(source),
    Header = function(header)
      local unnamed = ledger.unname(header)
      return plain_attributes(unnamed or header) or unnamed
    end,
    Code = function(code) return plain_attributes(ledger.unmark(code)) or code end,
    CodeBlock = function(code) return plain_attributes(ledger.unmark(code)) or code end,
    Figure = plain_attributes,
    Table = plain_attributes,
    -- The reader makes none: whatever is raw here did not come from this project.
    RawBlock = dropped,
    RawInline = dropped,
  }
end

function guards.apply(document) return sources.walk(document, guarding) end

return guards
