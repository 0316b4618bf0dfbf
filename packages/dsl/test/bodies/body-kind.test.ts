import { bodyKindOf } from "@responses/dsl/editor";
import { expect, test } from "vitest";

test.each([
  ["", "empty"],
  [" \r\n", "empty"],
  ['{"a":1}', "json"],
  ["{}", "json"],
  ["[1, 2]", "json"],
  ['{"a":1,}', "json"],
  ["[ERROR] no", "text"],
  ["{name}", "text"],
  ["1", "text"],
  ['\n<?xml version="1.0"?><r/>', "xml"],
  ["<r", "xml"],
  ["<!doctype HTML><p>", "html"],
  ['<HTML lang="en">', "html"],
  ["<htmlish/>", "xml"],
  ["<h1>502 Bad Gateway</h1><p>Sorry", "html"],
  ["<!-- cached -->\n<!-- --><body>", "html"],
  ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">', "html"],
  ['<?xml version="1.0"?><!-- <html> --><r/>', "xml"],
  ["<!-- never closed <html>", "xml"],
  ["<status>1</status>", "xml"],
  ["<pricing>", "xml"],
  ["<p", "html"],
  ["OK", "text"],
])("%j is %s", (body, kind) => expect(bodyKindOf(body)).toBe(kind));
