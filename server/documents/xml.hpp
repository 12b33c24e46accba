// XML as a tree of libxml2, written and canonicalised.
#pragma once
#include <libxml/tree.h>

#include <memory>
#include <string>

namespace omnia::documents::xml {

struct FreeDoc {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
using Doc = std::unique_ptr<xmlDoc, FreeDoc>;

// Throw std::bad_alloc: nothing else can go wrong with a tree that we make.
Doc document(const char* prefix, const char* space, const char* name);
// Of a text that we wrote ourselves; nullptr: it is no XML. Nothing outside it is read.
Doc parse(const std::string& text);
// A child in the namespace of its parent, or with a namespace that it declares itself.
xmlNode* child(xmlNode* parent, const char* name, const std::string& text = {});
xmlNode* child_in(xmlNode* parent, const char* prefix, const char* space, const char* name);
void attribute(xmlNode* node, const char* name, const std::string& value);            // without namespace
void qualified_attribute(xmlNode* node, const char* name, const std::string& value);  // in that of the node

// Exclusive canonicalisation without comments (W3C xml-exc-c14n), of all or of one node with what is under it.
std::string canonical(xmlDoc* doc, const xmlNode* only = nullptr);
std::string text(xmlDoc* doc);

}  // namespace omnia::documents::xml
