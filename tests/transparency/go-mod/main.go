// Checks a published log and proofs from it with golang.org/x/mod/sumdb/{tlog,note}: the other implementation.
// GO111MODULE=off GOPATH=/usr/share/gocode go run main.go DIRECTORY PROOFS
package main

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proofs struct {
	// By index of the leaf, and by size of the older tree; hashes in base64.
	Inclusion   map[string][]string
	Consistency map[string]struct {
		Root   string
		Hashes []string
	}
}

// The file names of C2SP tlog-tiles have no height; those of x/mod have.
type directory string

func (d directory) Height() int { return 8 }

func (d directory) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(string(d), path))
		if err != nil {
			return nil, err
		}
		data[i] = bytes
	}
	return data, nil
}

func (d directory) SaveTiles([]tlog.Tile, [][]byte) {}

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func hashOf(text string) tlog.Hash {
	var hash tlog.Hash
	if copy(hash[:], must(base64.StdEncoding.DecodeString(text))) != len(hash) {
		check(fmt.Errorf("not a hash: %s", text))
	}
	return hash
}

func hashesOf(texts []string) []tlog.Hash {
	hashes := []tlog.Hash{}
	for _, text := range texts {
		hashes = append(hashes, hashOf(text))
	}
	return hashes
}

func main() {
	log := directory(os.Args[1])
	vkey := strings.TrimSpace(string(must(os.ReadFile(filepath.Join(os.Args[1], "log.vkey")))))
	verifier := must(note.NewVerifier(vkey))
	opened := must(note.Open(must(os.ReadFile(filepath.Join(os.Args[1], "checkpoint"))), note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		check(fmt.Errorf("origin %s", lines[0]))
	}
	tree := tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64)), Hash: hashOf(lines[2])}
	// Checks every tile that it reads against the root that was signed.
	reader := tlog.TileHashReader(tree, log)
	given := proofs{}
	check(json.Unmarshal(must(os.ReadFile(os.Args[2])), &given))

	for index := int64(0); index < tree.N; {
		width := min(256, tree.N-index)
		tile := tlog.Tile{H: 8, L: -1, N: index / 256, W: int(width)}
		path := strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)
		bundle := must(os.ReadFile(filepath.Join(os.Args[1], path)))
		for end := index + width; index < end; index++ {
			length := binary.BigEndian.Uint16(bundle)
			leaf := tlog.RecordHash(bundle[2 : 2+length])
			bundle = bundle[2+length:]
			check(tlog.CheckRecord(must(tlog.ProveRecord(tree.N, index, reader)), tree.N, tree.Hash, index, leaf))
			ours, found := given.Inclusion[fmt.Sprint(index)]
			if !found {
				check(fmt.Errorf("no proof of %d was given", index))
			}
			check(tlog.CheckRecord(hashesOf(ours), tree.N, tree.Hash, index, leaf))
		}
		if len(bundle) != 0 {
			check(fmt.Errorf("%s is longer than its entries", path))
		}
	}
	for size, ours := range given.Consistency {
		old := must(strconv.ParseInt(size, 10, 64))
		root := hashOf(ours.Root)
		if must(tlog.TreeHash(old, reader)) != root {
			check(fmt.Errorf("another root at %d", old))
		}
		check(tlog.CheckTree(hashesOf(ours.Hashes), tree.N, tree.Hash, old, root))
	}
	fmt.Printf("%d leaves, %d proofs of inclusion, %d of consistency\n", tree.N, len(given.Inclusion), len(given.Consistency))
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
