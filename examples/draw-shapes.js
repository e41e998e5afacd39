function drawShapes(shapes, canvas) {
  for (let i = 0; i < shapes.length; i++) {
    canvas.draw(shapes[i]);
  }
}
