#include "server/documents/xades.hpp"

#include "server/documents/base64.hpp"

namespace omnia::documents {
namespace {

using xml::attribute;
using xml::child;
using xml::child_in;

constexpr const char* kDs = "http://www.w3.org/2000/09/xmldsig#";
constexpr const char* kXades = "http://uri.etsi.org/01903/v1.3.2#";
constexpr const char* kCanonical = "http://www.w3.org/2001/10/xml-exc-c14n#";
constexpr const char* kEnveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
constexpr const char* kSha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
constexpr const char* kSignedProperties = "http://uri.etsi.org/01903#SignedProperties";

std::string digest(const std::string& bytes) { return base64(sha256(bytes)); }

xmlNode* with_algorithm(xmlNode* parent, const char* name, const char* algorithm) {
  xmlNode* node = child(parent, name);
  attribute(node, "Algorithm", algorithm);
  return node;
}

struct Riferimento {
  const char* id;
  const char* uri;
  const char* tipo;
  bool avvolgente;  // the signature lies inside what is signed
  std::string impronta;
};

void add_reference(xmlNode* info, const Riferimento& what) {
  xmlNode* reference = child(info, "Reference");
  if (*what.id != '\0') attribute(reference, "Id", what.id);
  attribute(reference, "URI", what.uri);
  if (*what.tipo != '\0') attribute(reference, "Type", what.tipo);
  xmlNode* transforms = child(reference, "Transforms");
  if (what.avvolgente) with_algorithm(transforms, "Transform", kEnveloped);
  with_algorithm(transforms, "Transform", kCanonical);
  with_algorithm(reference, "DigestMethod", kSha256);
  child(reference, "DigestValue", what.impronta);
}

void add_digest_of_certificate(xmlNode* parent, const std::string& certificate) {
  xmlNode* out = child(parent, "CertDigest");
  attribute(child_in(out, "ds", kDs, "DigestMethod"), "Algorithm", kSha256);
  const std::string value = digest(certificate);
  xmlNode* node = child_in(out, "ds", kDs, "DigestValue");
  xmlNodeAddContent(node, reinterpret_cast<const xmlChar*>(value.c_str()));
}

// Answers the SignedProperties, whose digest is signed with that of the document.
xmlNode* add_properties(xmlNode* signature, const Sigillo& sigillo, const std::string& istante) {
  xmlNode* qualifying = child_in(child(signature, "Object"), "xades", kXades, "QualifyingProperties");
  attribute(qualifying, "Target", "#sigillo");
  xmlNode* out = child(qualifying, "SignedProperties");
  attribute(out, "Id", "sigillo-proprieta");
  xmlNode* of_signature = child(out, "SignedSignatureProperties");
  child(of_signature, "SigningTime", istante);
  xmlNode* certificate = child(child(of_signature, "SigningCertificateV2"), "Cert");
  add_digest_of_certificate(certificate, sigillo.certificati().front());
  child(certificate, "IssuerSerialV2", base64(sigillo.emittente_e_numero()));
  xmlNode* format = child(child(out, "SignedDataObjectProperties"), "DataObjectFormat");
  attribute(format, "ObjectReference", "#sigillo-documento");
  child(format, "MimeType", "application/xml");
  return out;
}

}  // namespace

void sigilla(xmlDoc* doc, const Sigillo& sigillo, const std::string& istante) {
  const std::string whole = digest(xml::canonical(doc));  // before the signature is in it
  xmlNode* signature = child_in(xmlDocGetRootElement(doc), "ds", kDs, "Signature");
  attribute(signature, "Id", "sigillo");
  xmlNode* info = child(signature, "SignedInfo");
  xmlNode* value = child(signature, "SignatureValue");
  xmlNode* certificates = child(child(signature, "KeyInfo"), "X509Data");
  for (const auto& one : sigillo.certificati()) child(certificates, "X509Certificate", base64(one));
  const xmlNode* properties = add_properties(signature, sigillo, istante);

  with_algorithm(info, "CanonicalizationMethod", kCanonical);
  with_algorithm(info, "SignatureMethod", sigillo.algoritmo());
  add_reference(info, {"sigillo-documento", "", "", true, whole});
  add_reference(info, {"", "#sigillo-proprieta", kSignedProperties, false, digest(xml::canonical(doc, properties))});
  const std::string signed_value = base64(sigillo.firma(xml::canonical(doc, info)));
  xmlNodeAddContent(value, reinterpret_cast<const xmlChar*>(signed_value.c_str()));
}

}  // namespace omnia::documents
