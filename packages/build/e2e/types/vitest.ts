import { responses } from "@responses/build/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({ plugins: [responses()], test: { include: [] } });
