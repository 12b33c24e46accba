#include <GLES3/gl3.h>
#include <imgui.h>

#include <algorithm>
#include <cstddef>

#include "wasm-client/platform/renderer.hpp"

namespace omnia::platform {
namespace {

constexpr const char* kVertex = R"(#version 300 es
precision highp float;
layout(location = 0) in vec2 at;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 ink;
uniform vec2 size;
out vec2 glyph;
out vec4 colour;
void main() {
  glyph = place;
  colour = ink;
  gl_Position = vec4(at.x * 2.0 / size.x - 1.0, 1.0 - at.y * 2.0 / size.y, 0.0, 1.0);
}
)";

constexpr const char* kFragment = R"(#version 300 es
precision mediump float;
uniform sampler2D letters;
in highp vec2 glyph;
in vec4 colour;
out vec4 result;
void main() { result = vec4(colour.rgb, colour.a * texture(letters, glyph).r); }
)";

GLuint shader(GLenum kind, const char* source) {
  const GLuint made = glCreateShader(kind);
  glShaderSource(made, 1, &source, nullptr);
  glCompileShader(made);
  return made;
}

GLuint program() {
  const GLuint made = glCreateProgram();
  glAttachShader(made, shader(GL_VERTEX_SHADER, kVertex));
  glAttachShader(made, shader(GL_FRAGMENT_SHADER, kFragment));
  glLinkProgram(made);
  return made;
}

void attribute(GLuint place, GLint count, GLenum type, GLboolean normalised, std::size_t offset) {
  glEnableVertexAttribArray(place);
  glVertexAttribPointer(place, count, type, normalised, sizeof(ImDrawVert), reinterpret_cast<const void*>(offset));
}

GLsizeiptr bytes(int count, std::size_t each) { return static_cast<GLsizeiptr>(static_cast<std::size_t>(count) * each); }

// The part of the canvas that a command may touch; WebGL counts from the bottom.
bool scissor(const ImVec4& clip, int width, int height) {
  const int left = std::max(0, static_cast<int>(clip.x));
  const int top = std::max(0, static_cast<int>(clip.y));
  const int right = std::min(width, static_cast<int>(clip.z));
  const int bottom = std::min(height, static_cast<int>(clip.w));
  if (right <= left || bottom <= top) return false;
  glScissor(left, height - bottom, right - left, bottom - top);
  return true;
}

}  // namespace

void Renderer::start() {
  const GLuint shown = program();
  glUseProgram(shown);
  size_ = glGetUniformLocation(shown, "size");
  glUniform1i(glGetUniformLocation(shown, "letters"), 0);
  GLuint array = 0;
  glGenVertexArrays(1, &array);
  glBindVertexArray(array);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
  attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
  attribute(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  glGenTextures(1, &texture_);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
}

void Renderer::fonts(ImFontAtlas& atlas) {
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
  atlas.SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture_)));
}

void Renderer::draw(const ImDrawData& data, int width, int height) {
  glViewport(0, 0, width, height);
  glUniform2f(size_, static_cast<float>(width), static_cast<float>(height));
  for (const ImDrawList* list : data.CmdLists) {
    glBufferData(GL_ARRAY_BUFFER, bytes(list->VtxBuffer.Size, sizeof(ImDrawVert)), list->VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, bytes(list->IdxBuffer.Size, sizeof(ImDrawIdx)), list->IdxBuffer.Data, GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (!scissor(command.ClipRect, width, height)) continue;
      const std::size_t first = command.IdxOffset * sizeof(ImDrawIdx);
      glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                     reinterpret_cast<const void*>(first));
    }
  }
}

}  // namespace omnia::platform
