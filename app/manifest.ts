import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Milepost",
    short_name: "Milepost",
    description: "From the first line of code to a first back-end job, with proof at every step.",
    lang: "en-IN",
    start_url: "/home",
    id: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#ffffff",
    categories: ["education"],
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Roadmap", url: "/roadmap" },
      { name: "Home", url: "/home" },
    ],
  };
}
