import { describe, expect, test } from "vitest";
import { checkAddress, isPublicAddress } from "./public-address";

describe("an IP address", () => {
  test.each(["8.8.8.8", "1.1.1.1", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::200e", "::ffff:8.8.8.8"])("%s is public", (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });

  test.each([
    ...["0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.1.2.3", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1"],
    ...["192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"],
    ...["::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::ffff:0:127.0.0.1", "64:ff9b::a00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::a00:1"],
    ...["100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1"],
    ...["", "localhost", "8.8.8.8.8", "256.1.1.1", "8.8.8.8 ", "example.com"],
  ])("%j is not", (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });
});

describe("the address of a source", () => {
  test.each(["https://jobs.example.com/feed.json?content=true#x", "https://jobs.example.com:443/", "https://xn--p1b6ci4b4b3a.example/", "https://उदाहरण.example/", " https://jobs.example.com "])("%j may be read", (address) => {
    expect(checkAddress(address)).toBe(null);
  });

  test.each([
    ["", "whole address"],
    ["jobs.example.com", "whole address"],
    ["http://jobs.example.com/", "https://"],
    ["ftp://jobs.example.com/", "https://"],
    ["file:///etc/passwd", "https://"],
    ["data:text/plain,x", "https://"],
    ["https://sneha@jobs.example.com/", "before the @"],
    ["https://jobs.example.com@127.0.0.1/", "before the @"],
    ["https://:secret@jobs.example.com/", "before the @"],
    ["https://jobs.example.com:8443/", "port"],
    ["https://jobs.example.com:22/", "port"],
    ["https://localhost/", "not the name of a site"],
    ["https://localhost./", "not the name of a site"],
    ["https://postgres/", "not the name of a site"],
    ["https://jobs..example/", "not the name of a site"],
    ["https://127.0.0.1/", "number"],
    ["https://127.1/", "number"],
    ["https://127.1./", "number"],
    ["https://2130706433/", "number"],
    ["https://0x7f.1/", "number"],
    ["https://0177.0.0.1/", "number"],
    ["https://１２７.0.0.1/", "number"],
    ["https://127。0。0。1/", "number"],
    ["https://8.8.8.8/", "number"],
    ["https://169.254.169.254/latest/meta-data/", "number"],
    ["https://[::1]/", "number"],
    ["https://[::ffff:10.0.0.1]/", "number"],
    ["https://[2606:4700::1111]/", "number"],
    [`https://jobs.example.com/${"a".repeat(2_000)}`, "2,000"],
  ])("%j may not, and why is said", (address, why) => {
    expect(checkAddress(address)).toContain(why);
  });
});
