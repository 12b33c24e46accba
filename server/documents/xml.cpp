#include "server/documents/xml.hpp"

#include <libxml/c14n.h>
#include <libxml/parser.h>

#include <new>

namespace omnia::documents::xml {
namespace {

const xmlChar* chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

template <class T>
T* need(T* made) {
  if (made == nullptr) throw std::bad_alloc();
  return made;
}

// XML 1.0 §2.2: what no document may hold, not even as a reference, becomes a blank. The rest of the text is UTF-8 by now.
std::string writable(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    const bool beyond =
        text.compare(i, 2, "\xEF\xBF") == 0 && i + 2 < text.size() && static_cast<unsigned char>(text[i + 2]) >= 0xBE;
    out += control || beyond ? ' ' : text[i];
    if (beyond) i += 2;
  }
  return out;
}

// Canonicalisation asks of every node, attribute and namespace whether it is in. A namespace has no parent of its own.
int below(void* top, xmlNode* node, xmlNode* parent) {
  const xmlNode* at = node != nullptr && node->type != XML_NAMESPACE_DECL ? node : parent;
  for (; at != nullptr; at = at->parent) {
    if (at == top) return 1;
  }
  return 0;
}

// libxml2 wants its tables made once, before two threads need them.
void make_ready() { [[maybe_unused]] static const bool ready = (xmlInitParser(), true); }

struct CloseBuffer {
  void operator()(xmlOutputBuffer* buffer) const { xmlOutputBufferClose(buffer); }
};

}  // namespace

Doc parse(const std::string& text) {
  make_ready();
  return Doc(xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
}

Doc document(const char* prefix, const char* space, const char* name) {
  make_ready();
  Doc doc(need(xmlNewDoc(chars("1.0"))));
  xmlNode* root = need(xmlNewDocNode(doc.get(), nullptr, chars(name), nullptr));
  xmlDocSetRootElement(doc.get(), root);
  xmlSetNs(root, need(xmlNewNs(root, chars(space), chars(prefix))));
  return doc;
}

xmlNode* child(xmlNode* parent, const char* name, const std::string& text) {
  return need(xmlNewTextChild(parent, parent->ns, chars(name), text.empty() ? nullptr : chars(writable(text).c_str())));
}

xmlNode* child_in(xmlNode* parent, const char* prefix, const char* space, const char* name) {
  xmlNode* node = child(parent, name);
  xmlSetNs(node, need(xmlNewNs(node, chars(space), chars(prefix))));
  return node;
}

void attribute(xmlNode* node, const char* name, const std::string& value) {
  need(xmlNewProp(node, chars(name), chars(writable(value).c_str())));
}

void qualified_attribute(xmlNode* node, const char* name, const std::string& value) {
  need(xmlNewNsProp(node, node->ns, chars(name), chars(writable(value).c_str())));
}

std::string canonical(xmlDoc* doc, const xmlNode* only) {
  const std::unique_ptr<xmlOutputBuffer, CloseBuffer> buffer(need(xmlAllocOutputBuffer(nullptr)));
  // The library gives the pointer back to `below` as it got it, and writes nothing to the node.
  void* top = const_cast<xmlNode*>(only);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  if (xmlC14NExecute(doc, only == nullptr ? nullptr : &below, top, XML_C14N_EXCLUSIVE_1_0, nullptr, 0, buffer.get()) < 0)
    throw std::bad_alloc();
  xmlOutputBufferFlush(buffer.get());
  return {reinterpret_cast<const char*>(xmlOutputBufferGetContent(buffer.get())), xmlOutputBufferGetSize(buffer.get())};
}

std::string text(xmlDoc* doc) {
  xmlChar* bytes = nullptr;
  int size = 0;
  xmlDocDumpMemoryEnc(doc, &bytes, &size, "UTF-8");
  std::string out(reinterpret_cast<const char*>(need(bytes)), static_cast<std::size_t>(size));
  xmlFree(bytes);
  return out;
}

}  // namespace omnia::documents::xml
