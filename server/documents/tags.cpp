#include "server/documents/tags.hpp"

#include <fmt/format.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace omnia::documents {
namespace {

using Object = QPDFObjectHandle;

constexpr int kMaxDepth = 64;

std::vector<Object> children(Object& element) {
  Object kids = element.getKey("/K");
  if (kids.isArray()) return kids.getArrayAsVector();
  return {kids};
}

bool is_element(Object& object, const char* role) {
  return object.isDictionary() && object.getKey("/S").isName() && object.getKey("/S").getName() == role;
}

// A header cell with data cells beside it heads its row, otherwise its column.
void head_cells(Object& row) {
  auto cells = children(row);
  bool data = false;
  for (auto& cell : cells) data = data || is_element(cell, "/TD");
  for (auto& cell : cells) {
    if (is_element(cell, "/TH")) {
      cell.replaceKey("/A", Object::parse(data ? "<< /O /Table /Scope /Row >>" : "<< /O /Table /Scope /Column >>"));
    }
  }
}

void walk(Object element, int depth) {
  if (!element.isDictionary() || depth > kMaxDepth) return;
  if (is_element(element, "/TR")) {
    head_cells(element);
    return;
  }
  for (auto& child : children(element)) walk(child, depth + 1);
}

// A standard font of every reader: the foot is no part of the text that is read aloud.
void add_foot(QPDF& pdf, QPDFPageObjectHelper& page, const std::string& text) {
  Object resources = page.getAttribute("/Resources", true);
  Object fonts = resources.getKey("/Font");
  if (!fonts.isDictionary()) fonts = Object::newDictionary();
  fonts.replaceKey("/OmniaPiede",
                   Object::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
  resources.replaceKey("/Font", fonts);
  const std::string content =
      fmt::format("/Artifact << /Type /Pagination >> BDC q BT /OmniaPiede 8 Tf 56.7 34 Td {} Tj ET Q EMC\n",
                  Object::newString(text).unparse());
  page.addPageContents(Object::newStream(&pdf, content), true);
}

}  // namespace

std::string add_semantics(const std::string& source, const Documento& documento) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("documento", source.data(), source.size());
  Object root = pdf.getRoot();
  root.replaceKey("/Lang", Object::newUnicodeString("it-IT"));
  root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
  walk(root.getKey("/StructTreeRoot"), 0);
  auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    pages[i].getObjectHandle().replaceKey("/Tabs", Object::newName("/S"));
    add_foot(pdf, pages[i], fmt::format("{} - pagina {} di {}", documento.piede, i + 1, pages.size()));
  }
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setMinimumPDFVersion("1.7");
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace omnia::documents
